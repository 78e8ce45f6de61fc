package org.kvartal.mail.domain;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kvartal.mail.LetterServers.Outcome;
import org.kvartal.mail.LetterServers.Trial;

/** What mail servers and networks say, told as what a person can do about it. */
class MailTroubleTests {

    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    void everyTroubleIsToldApart(Outcome expected, MessagingException failed) {
        assertThat(MailTrouble.of(failed)).extracting(Trial::outcome).isEqualTo(expected);
    }

    static Stream<Arguments> troubles() throws MessagingException {
        InternetAddress address = new InternetAddress("post@house.example");
        SSLHandshakeException untrusted = new SSLHandshakeException("certificate_unknown");
        untrusted.initCause(new CertificateException("No name matching mail.example found"));
        return Stream.of(
                Arguments.of(Outcome.UNKNOWN_HOST, away(new UnknownHostException("smtp.nowhere.example"))),
                Arguments.of(Outcome.NOBODY_LISTENS, away(new ConnectException("Connection refused"))),
                Arguments.of(Outcome.NO_ANSWER, away(new ConnectException("Connection timed out"))),
                Arguments.of(Outcome.NO_ANSWER, away(new SocketTimeoutException("Read timed out"))),
                Arguments.of(
                        Outcome.NO_TLS,
                        new MessagingException("STARTTLS is required but host does not support STARTTLS")),
                Arguments.of(Outcome.NO_TLS, away(new SSLException("Unsupported or unrecognized SSL message"))),
                Arguments.of(Outcome.UNTRUSTED, away(untrusted)),
                Arguments.of(
                        Outcome.UNTRUSTED,
                        away(new SSLHandshakeException("PKIX path building failed: unable to find"))),
                Arguments.of(Outcome.LOGIN_WRONG, new AuthenticationFailedException("535 5.7.8 no")),
                Arguments.of(
                        Outcome.LOGIN_MISSING,
                        new AuthenticationFailedException("failed to connect, no password specified?")),
                Arguments.of(
                        Outcome.LOGIN_MISSING,
                        new SMTPSendFailedException(
                                "MAIL FROM:<post@house.example>", 530, "530 log in first", null, null, null, null)),
                Arguments.of(
                        Outcome.SENDER_REFUSED,
                        new SMTPSenderFailedException(address, "MAIL FROM", 553, "553 not your address")),
                Arguments.of(
                        Outcome.SENDER_REFUSED,
                        new SMTPSendFailedException("MAIL FROM:<x>", 550, "550 not you", null, null, null, null)),
                Arguments.of(
                        Outcome.RECIPIENT_REFUSED,
                        new SendFailedException(
                                "Invalid Addresses",
                                new SMTPAddressFailedException(address, "RCPT TO", 550, "550 nobody"))),
                Arguments.of(Outcome.OTHER, new MessagingException("554 I do not like this")));
    }

    private static MessagingException away(Exception cause) {
        return new MessagingException("Could not connect", cause);
    }
}
