package org.kvartal.administration.domain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one hash of backups. */
final class Sha256 {

    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
