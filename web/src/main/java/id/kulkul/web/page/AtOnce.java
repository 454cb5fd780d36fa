package id.kulkul.web.page;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A page that waits for nothing and is made of what memory holds, where its request arrived: it takes no place among
 * {@link PageThreads}, so that the ways in and the checkpoints are there whoever keeps the places busy.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AtOnce {}
