package org.kvartal.mail.domain;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.kvartal.mail.LetterServers.Outcome;
import org.kvartal.mail.LetterServers.Trial;

/** Finds out of what mail servers and networks say what a person can do about it. */
final class MailTrouble {

    /** The replies of RFC 4954 that ask for a sign-in: "authentication required" and "encryption required". */
    private static final int LOGIN_REQUIRED = 530;

    private static final int SAID = 300;
    private static final int DEEPEST = 20;

    private MailTrouble() {}

    static Trial of(MessagingException failed) {
        Throwable last = failed;
        Outcome outcome = outcome(failed);
        for (Throwable cause = next(failed); cause != null && outcome == Outcome.OTHER; cause = next(cause)) {
            outcome = outcome(cause);
            last = cause;
        }
        String said = String.valueOf(last.getMessage()).replaceAll("\\s+", " ").strip();
        return new Trial(outcome, said.length() <= SAID ? said : said.substring(0, SAID) + "…");
    }

    private static Outcome outcome(Throwable cause) {
        return switch (cause) {
            case AuthenticationFailedException wrong ->
                String.valueOf(wrong.getMessage()).contains("no password specified")
                        ? Outcome.LOGIN_MISSING
                        : Outcome.LOGIN_WRONG;
            case SMTPSenderFailedException sender -> login(sender.getReturnCode(), Outcome.SENDER_REFUSED);
            case SMTPAddressFailedException address -> login(address.getReturnCode(), Outcome.RECIPIENT_REFUSED);
            case SMTPSendFailedException refused
            when refused.getCommand() != null && refused.getCommand().startsWith("MAIL") ->
                login(refused.getReturnCode(), Outcome.SENDER_REFUSED);
            case SMTPSendFailedException refused
            when refused.getReturnCode() == LOGIN_REQUIRED -> Outcome.LOGIN_MISSING;
            case UnknownHostException _ -> Outcome.UNKNOWN_HOST;
            case ConnectException refused ->
                String.valueOf(refused.getMessage()).contains("timed out") ? Outcome.NO_ANSWER : Outcome.NOBODY_LISTENS;
            case NoRouteToHostException _ -> Outcome.NO_ANSWER;
            case SocketTimeoutException _ -> Outcome.NO_ANSWER;
            case CertificateException _ -> Outcome.UNTRUSTED;
            case SSLException tls ->
                hasCertificate(tls) || String.valueOf(tls.getMessage()).contains("PKIX")
                        ? Outcome.UNTRUSTED
                        : Outcome.NO_TLS;
            case MessagingException other
            when String.valueOf(other.getMessage()).startsWith("STARTTLS is required") -> Outcome.NO_TLS;
            default -> Outcome.OTHER;
        };
    }

    private static Outcome login(int reply, Outcome otherwise) {
        return reply == LOGIN_REQUIRED ? Outcome.LOGIN_MISSING : otherwise;
    }

    private static boolean hasCertificate(Throwable trouble) {
        Throwable cause = trouble;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof CertificateException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause instanceof MessagingException messaging ? messaging.getNextException() : cause.getCause();
    }
}
