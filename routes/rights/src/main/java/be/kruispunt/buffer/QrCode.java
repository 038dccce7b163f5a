package be.kruispunt.buffer;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.util.Locale;

/** A QR code (ISO/IEC 18004) that is printed: a seventh of it may be spoilt (level M, 15 %). */
final class QrCode {
    /** Modules of white that belong around it. */
    private static final int QUIET = 4;

    private final QRCode code;

    private QrCode(QRCode code) {
        this.code = code;
    }

    static QrCode of(String text) {
        try {
            return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.M));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    /** 1 to 40: it has 17 + 4 times so many modules on each side. */
    int version() {
        return code.getVersion().getVersionNumber();
    }

    /** As a picture, one unit a module; each run of dark modules of a row is one piece of the path. */
    String svg() {
        ByteMatrix modules = code.getMatrix();
        var path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); ) {
                int end = endOfRun(modules, x, y);
                if (end > x) {
                    path.append(String.format(Locale.ROOT, "M%d %dh%dv1h-%dz", x + QUIET, y + QUIET, end - x, end - x));
                }
                x = Math.max(end, x + 1);
            }
        }
        int size = modules.getWidth() + 2 * QUIET;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\">"
                        .formatted(size, size)
                + "<path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/><path d=\"%s\"/></svg>\n".formatted(size, size, path);
    }

    private static int endOfRun(ByteMatrix modules, int from, int y) {
        int end = from;
        while (end < modules.getWidth() && modules.get(end, y) == 1) {
            end++;
        }
        return end;
    }
}
