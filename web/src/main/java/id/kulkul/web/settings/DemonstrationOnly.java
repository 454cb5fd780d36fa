package id.kulkul.web.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Exists in the demonstration alone, by the same reading of {@code kulkul.demo} as {@link Settings}: {@code off} is off
 * everywhere.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(DemonstrationOnly.Asked.class)
public @interface DemonstrationOnly {
    /** Whether the demonstration was asked for. */
    final class Asked implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Binder.get(context.getEnvironment())
                    .bind("kulkul.demo", Boolean.class)
                    .orElse(false);
        }
    }
}
