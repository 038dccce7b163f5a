package be.kruispunt.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is printed is what a scanner reads. */
class QrCodeTest {
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"");

    /** Reads the picture back, module by module, with ZXing's own decoder. */
    static String read(String svg) {
        int size = SIZE.matcher(svg)
                .results()
                .map(found -> Integer.parseInt(found.group(1)) - 8)
                .findFirst()
                .orElseThrow();
        var modules = new BitMatrix(size);
        RUN.matcher(svg)
                .results()
                .forEach(run -> modules.setRegion(
                        Integer.parseInt(run.group(1)) - 4,
                        Integer.parseInt(run.group(2)) - 4,
                        Integer.parseInt(run.group(3)),
                        1));
        try {
            return new Decoder().decode(modules).getText();
        } catch (ChecksumException | FormatException e) {
            throw new AssertionError("not readable", e);
        }
    }

    @Test
    void aPicture_isReadBack() {
        String text = "eyJ0.eyJ1-_.".repeat(30);
        assertThat(read(QrCode.of(text).svg())).isEqualTo(text);
    }

    @Test
    void aPicture_thatIsSpoiltALittle_isReadAllTheSame() {
        String text = "eyJ0.eyJ1-_.".repeat(30);
        String spoilt = QrCode.of(text).svg().replaceAll("M3[0-4] 3[0-9]h\\d+v1h-\\d+z", "");
        assertThat(spoilt).isNotEqualTo(QrCode.of(text).svg());
        assertThat(read(spoilt)).isEqualTo(text);
    }
}
