package id.kulkul.query.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.query.report.ReportBoard;
import id.kulkul.query.staff.StaffDirectory;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Read models outlive the program that wrote them: whoever changes a document says so, and they are filled anew. Where
 * its class lives changes nothing.
 */
class ShelfShapesTest {
    private final Map<String, String> shapes = new TreeMap<>();

    @Test
    void whoever_changes_a_document_raises_the_shape_of_the_file() {
        var store = (Shelves) Proxy.newProxyInstance(
                Shelves.class.getClassLoader(), new Class<?>[] {Shelves.class}, (proxy, method, given) -> {
                    if (method.getName().equals("prepare")) take((Shelf<?>) given[0]);
                    return null;
                });
        new ReportBoard(store);
        new StaffDirectory(store);
        assertThat(shapes).containsKeys("shelf report_file", "shelf card", "shelf flood", "shelf staff");
        var digest = Digest.sha256(shapes.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(Link.SHAPE + " " + digest.hex().substring(0, 16)).isEqualTo("13 3122a0ad613aec43");
    }

    private void take(Shelf<?> shelf) {
        var fields = shelf.fields().stream().map(Field::name).toList();
        shapes.put("shelf " + shelf.name(), shelf.type().getSimpleName() + shelf.versioned() + fields);
        take(shelf.type());
    }

    private void take(Type type) {
        if (type instanceof ParameterizedType generic) {
            take(generic.getRawType());
            Arrays.stream(generic.getActualTypeArguments()).forEach(this::take);
        } else if (type instanceof Class<?> own
                && own.getName().startsWith("id.kulkul.")
                && shapes.putIfAbsent(own.getSimpleName(), "") == null) {
            shapes.put(own.getSimpleName(), text(own));
        }
    }

    private String text(Class<?> own) {
        if (own.isEnum()) return Arrays.toString(own.getEnumConstants());
        var text = new StringBuilder();
        Arrays.stream(own.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .sorted(Comparator.comparing(java.lang.reflect.Field::getName))
                .forEach(field -> {
                    text.append(field.getName())
                            .append(':')
                            .append(field.getGenericType().toString().replaceAll("id\\.kulkul\\.[a-z.]+", ""))
                            .append(' ');
                    take(field.getGenericType());
                });
        return text.toString();
    }
}
