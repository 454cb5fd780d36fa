package id.kulkul.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class DemonstrationOnlyTest {
    @DemonstrationOnly
    static class Made {}

    @ParameterizedTest
    @CsvSource({"true,true", "on,true", "yes,true", "false,false", "off,false", "no,false", "0,false"})
    void what_belongs_to_the_demonstration_is_there_exactly_where_the_settings_say_that_it_is_one(
            String said, boolean demonstration) {
        MockEnvironment environment = new MockEnvironment().withProperty("kulkul.demo", said);
        assertThat(Settings.of(environment).demo()).isEqualTo(demonstration);
        assertThat(isMadeIn(environment)).isEqualTo(demonstration);
    }

    @Test
    void nothing_of_it_is_there_unasked() {
        assertThat(isMadeIn(new MockEnvironment())).isFalse();
    }

    private static boolean isMadeIn(MockEnvironment environment) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.setEnvironment(environment);
            context.register(Made.class);
            context.refresh();
            return context.getBeanNamesForType(Made.class).length == 1;
        }
    }
}
