package id.kulkul.web.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the words of every feature: what lies in {@code messages} need not be named anywhere. */
@Configuration(proxyBeanMethods = false)
class Words {
    private static final String FOLDER = "messages/";
    private static final String END = ".properties";

    /** Indonesian, where the words of another language are not there too. */
    @Bean
    static MessageSource messageSource() throws IOException {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasenames(bundles());
        words.setDefaultEncoding(StandardCharsets.UTF_8.name());
        words.setFallbackToSystemLocale(false);
        return words;
    }

    private static String[] bundles() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*" + END);
        return Stream.of(files)
                .map(file -> Objects.requireNonNull(file.getFilename()))
                .map(name -> name.substring(0, name.length() - END.length()))
                .filter(name -> !name.contains("_"))
                .sorted()
                .map(FOLDER::concat)
                .toArray(String[]::new);
    }
}
