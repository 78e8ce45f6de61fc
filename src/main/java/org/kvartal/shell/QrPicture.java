package org.kvartal.shell;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.ArrayList;
import java.util.List;

/** A code that a phone's camera reads as an address. */
@Tag("kvartal-qr")
@JsModule("context://shell/qr.js")
public final class QrPicture extends Component {

    /** @param words what screen readers say instead */
    public QrPicture(String address, String words) {
        getElement().callJsFunction("show", rows(address), words);
    }

    private static List<String> rows(String address) {
        try {
            ByteMatrix modules = Encoder.encode(address, ErrorCorrectionLevel.M).getMatrix();
            List<String> rows = new ArrayList<>();
            for (int y = 0; y < modules.getHeight(); y++) {
                StringBuilder row = new StringBuilder();
                for (int x = 0; x < modules.getWidth(); x++) {
                    row.append(modules.get(x, y) == 1 ? '1' : '0');
                }
                rows.add(row.toString());
            }
            return rows;
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("no code holds " + address.length() + " characters", tooLong);
        }
    }
}
