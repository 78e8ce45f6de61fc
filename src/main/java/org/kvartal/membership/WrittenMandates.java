package org.kvartal.membership;

import java.io.InputStream;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;

/**
 * The documents of mandates, such as a power of attorney or the minutes of an election: a PDF or a picture each. Read by the person whose mandate it is
 * and by the office, and while the mandate is not over by everybody who represents the organisation now.
 *
 * @see "Decision record 0082, mandates count by days and end at once"
 */
public interface WrittenMandates {

    /**
     * Brings the document of a mandate that is about to be given. It is read by nobody until {@link Mandates#give} or {@link Mandates#invite} names it, and
     * goes a day later if they don't. By whoever may give that mandate. Takes a while: hold no transaction.
     *
     * @param mandate the id that the mandate is going to have
     * @param name as the machine of whoever brings it calls it
     * @param content read to its end or to the limit of size, and not closed
     * @throws org.kvartal.kernel.Refused at {@code document}
     */
    StoredFile bring(Asker by, MemberId association, MandateId mandate, String name, InputStream content);

    /**
     * Attaches a document to a mandate that is not over. An earlier one stays in its history. By whoever may end it in the organisation's or the house's
     * name. Takes a while: hold no transaction.
     *
     * @throws org.kvartal.kernel.Refused at {@code document}; without a field where the mandate is over
     */
    StoredFile attach(Asker by, MandateId mandate, String name, InputStream content);
}
