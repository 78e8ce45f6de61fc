package org.kvartal.seminars.domain;

/** By what people name a certificate: {@code C-2026-00014}. Never reused, and never changed. It says nothing that opens its page. */
record CertificateCode(int year, int number) {

    @Override
    public String toString() {
        return "C-%04d-%05d".formatted(year, number);
    }
}
