package org.kvartal.files.domain;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageInputStream;
import org.w3c.dom.Node;

/**
 * Moving pictures keep moving: their frames are decoded and encoded anew one after the other, with their place, time and colours;
 * comments and what programs put between them are left behind. Larger or longer ones become their first frame.
 */
final class GifFrames {

    private static final int WIDEST = 1280;
    private static final int MOST_FRAMES = 600;
    private static final long MOST_PIXELS = 120_000_000;
    private static final String FRAME_FORMAT = "javax_imageio_gif_image_1.0";
    private static final String STREAM_FORMAT = "javax_imageio_gif_stream_1.0";
    private static final Set<String> KEPT = Set.of("ImageDescriptor", "LocalColorTable", "GraphicControlExtension");
    private static final Set<String> KEPT_OF_ALL = Set.of("Version", "LogicalScreenDescriptor", "GlobalColorTable");

    private GifFrames() {}

    /** Empty where the picture stands still or is too large to move. */
    static Optional<Darkroom.Print> develop(Path original, Path work) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = new FileImageInputStream(original.toFile())) {
            reader.setInput(in, false, false);
            int frames = reader.getNumImages(true);
            if (frames < 2 || frames > MOST_FRAMES) {
                return Optional.empty();
            }
            IIOMetadataNode all = (IIOMetadataNode) reader.getStreamMetadata().getAsTree(STREAM_FORMAT);
            Node screen = child(all, "LogicalScreenDescriptor").orElseThrow(() -> new IOException("no screen"));
            int width = number(screen, "logicalScreenWidth");
            int height = number(screen, "logicalScreenHeight");
            if (width > WIDEST
                    || height > WIDEST
                    || (long) width * height * frames > MOST_PIXELS
                    || !fit(reader, frames, width, height)) {
                return Optional.empty();
            }
            Path small = stillOf(reader, work);
            return Optional.of(new Darkroom.Print(
                    rewritten(reader, frames, all, work), "image/gif", width, height, small, "image/png"));
        } finally {
            reader.dispose();
        }
    }

    private static boolean fit(ImageReader reader, int frames, int width, int height) throws IOException {
        for (int i = 0; i < frames; i++) {
            if (reader.getWidth(i) > width || reader.getHeight(i) > height) {
                return false;
            }
        }
        return true;
    }

    private static Path rewritten(ImageReader reader, int frames, IIOMetadataNode all, Path work) throws IOException {
        Path file = Files.createTempFile(work, "print", ".gif");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            IIOMetadata stream = writer.getDefaultStreamMetadata(null);
            stream.setFromTree(STREAM_FORMAT, only(all, STREAM_FORMAT, KEPT_OF_ALL));
            writer.prepareWriteSequence(stream);
            for (int i = 0; i < frames; i++) {
                BufferedImage frame = reader.read(i);
                IIOMetadataNode tree =
                        only((IIOMetadataNode) reader.getImageMetadata(i).getAsTree(FRAME_FORMAT), FRAME_FORMAT, KEPT);
                if (i == 0) {
                    tree.appendChild(forEver());
                }
                writer.writeToSequence(new IIOImage(frame, null, metadata(writer, frame, tree)), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return file;
    }

    private static IIOMetadata metadata(ImageWriter writer, BufferedImage frame, IIOMetadataNode tree)
            throws IIOInvalidTreeException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(frame), null);
        metadata.setFromTree(FRAME_FORMAT, tree);
        return metadata;
    }

    private static Path stillOf(ImageReader reader, Path work) throws IOException {
        BufferedImage first = reader.read(0);
        BufferedImage still =
                Darkroom.fitted(first, Darkroom.SMALL, first.getColorModel().hasAlpha());
        Path file = Files.createTempFile(work, "print", ".png");
        ImageIO.write(still, "png", file.toFile());
        return file;
    }

    /** @see <a href="https://www.w3.org/Graphics/GIF/spec-gif89a.txt">GIF89a, application extension</a> */
    private static IIOMetadataNode forEver() {
        IIOMetadataNode extension = new IIOMetadataNode("ApplicationExtension");
        extension.setAttribute("applicationID", "NETSCAPE");
        extension.setAttribute("authenticationCode", "2.0");
        extension.setUserObject(new byte[] {1, 0, 0});
        IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
        extensions.appendChild(extension);
        return extensions;
    }

    private static IIOMetadataNode only(IIOMetadataNode tree, String name, Set<String> kept) {
        IIOMetadataNode root = new IIOMetadataNode(name);
        children(tree).stream()
                .filter(child -> kept.contains(child.getNodeName()))
                .forEach(root::appendChild);
        return root;
    }

    private static Optional<Node> child(Node tree, String name) {
        return children(tree).stream()
                .filter(child -> child.getNodeName().equals(name))
                .findFirst();
    }

    private static List<Node> children(Node tree) {
        List<Node> children = new ArrayList<>();
        for (Node child = tree.getFirstChild(); child != null; child = child.getNextSibling()) {
            children.add(child);
        }
        return children;
    }

    private static int number(Node node, String attribute) {
        return Integer.parseInt(node.getAttributes().getNamedItem(attribute).getNodeValue());
    }
}
