package id.kulkul.web.twin;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;

/** Pictures that a reporter may send: whole ones of one colour, and ones that say something else than they are. */
public final class Photos {
    private static final HexFormat HEX = HexFormat.of();

    /** One pixel each, as libwebp writes them: lossy, lossless, extended with transparency. */
    static final List<byte[]> WEBP = List.of(
            HEX.parseHex("52494646240000005745425056503820180000003001009d012a0100010003003425a400037000fefb940000"),
            HEX.parseHex("524946461a000000574542505650384c0d0000002f00000010071011118888fe0700"),
            HEX.parseHex("524946464a00000057454250565038580a000000100000000000000000" + "00414c50480c0000001107"
                    + "1011fd0f4444ff03000056503820180000001401009d012a0100010000" + "00fe00000dc000fee6b5000000"));

    private Photos() {}

    /** A whole PNG of that many pixels. */
    public static byte[] png(int width, int height) {
        return written("png", width, height);
    }

    static byte[] jpeg(int width, int height) {
        return written("jpeg", width, height);
    }

    static byte[] gif(int width, int height) {
        return written("gif", width, height);
    }

    /** A whole PNG whose header claims other sides. */
    static byte[] claiming(int width, int height) {
        byte[] png = png(2, 2);
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        return png;
    }

    private static byte[] written(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var brush = image.createGraphics();
        brush.setColor(new Color(200, 30, 30));
        brush.fillRect(0, 0, width, height);
        brush.dispose();
        try (var bytes = new ByteArrayOutputStream()) {
            if (!ImageIO.write(image, format, bytes)) throw new IllegalStateException("Nobody writes " + format);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
