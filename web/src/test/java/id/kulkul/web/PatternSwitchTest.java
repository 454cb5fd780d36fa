package id.kulkul.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * A new event does not compile until it is folded: no switch over the members of a family says what the rest of them
 * does.
 */
class PatternSwitchTest {
    private static final List<String> MODULES = List.of("crypto", "command", "query", "web");

    /** Switches over what is no family of ours, such as the values of a library. */
    private static final List<String> OF_OTHERS =
            List.of("Link.java", "Fault.java", "OneSentence.java", "Sentences.java");

    @Test
    void no_switch_over_a_sealed_family_has_a_silent_default() throws IOException {
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                List<JavaFileObject> sources = files.filter(
                                file -> file.toString().endsWith(".java"))
                        .filter(file -> !OF_OTHERS.contains(file.getFileName().toString()))
                        .map(PatternSwitchTest::source)
                        .toList();
                assertThat(sources).isNotEmpty();
                assertThat(silent(sources)).isEmpty();
            }
        }
    }

    @Test
    void a_switch_that_has_one_is_found() throws IOException {
        String silent = "class A { int of(Object o) { return switch (o) { case String s -> 1; default -> 2; }; } }";
        String told = "class A { int of(int o) { return switch (o) { case 1 -> 1; default -> 2; }; } }";
        String old =
                "class A { void of(Object o) { switch (o) { case Integer i: break; case null, default: break; } } }";
        assertThat(silent(List.of(source("A", silent)))).hasSize(1);
        assertThat(silent(List.of(source("A", old)))).hasSize(1);
        assertThat(silent(List.of(source("A", told)))).isEmpty();
    }

    private static List<String> silent(List<JavaFileObject> sources) throws IOException {
        var task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none"), null, sources);
        var found = new ArrayList<String>();
        for (CompilationUnitTree unit : task.parse()) {
            unit.accept(
                    new TreeScanner<Void, Void>() {
                        @Override
                        public Void visitSwitch(SwitchTree tree, Void none) {
                            if (isSilent(tree.getCases()))
                                found.add(unit.getSourceFile().getName());
                            return super.visitSwitch(tree, null);
                        }

                        @Override
                        public Void visitSwitchExpression(SwitchExpressionTree tree, Void none) {
                            if (isSilent(tree.getCases()))
                                found.add(unit.getSourceFile().getName());
                            return super.visitSwitchExpression(tree, null);
                        }
                    },
                    null);
        }
        return found;
    }

    private static boolean isSilent(List<? extends CaseTree> cases) {
        var labels = cases.stream().flatMap(each -> each.getLabels().stream()).toList();
        return labels.stream().anyMatch(PatternCaseLabelTree.class::isInstance)
                && cases.stream().anyMatch(PatternSwitchTest::isSilentDefault);
    }

    /** One that throws is not silent: whoever adds to the family meets it in the first test. */
    private static boolean isSilentDefault(CaseTree each) {
        return each.getLabels().stream().anyMatch(DefaultCaseLabelTree.class::isInstance)
                && !(each.getBody() instanceof ThrowTree);
    }

    private static JavaFileObject source(Path file) {
        try {
            return source(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(URI.create("string:///" + name), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean lenient) {
                return text;
            }
        };
    }
}
