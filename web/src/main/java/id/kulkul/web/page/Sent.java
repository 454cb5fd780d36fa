package id.kulkul.web.page;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A small body that a page in plain steps takes: the fields of a form, or a record that its JSON is. It has arrived, or
 * is refused, before the page takes a place among {@link PageThreads}, so that nobody who sends slowly holds one.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Sent {
    /** The most bytes of it. */
    int value();
}
