package id.kulkul.web.page;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.LocaleContextResolver;

/**
 * Speaks Indonesian unless the address itself asks for English with {@code ?lang=en}: no cookie, no guess from the
 * browser.
 */
public class Languages implements LocaleContextResolver {
    /** The query parameter that carries the language. */
    public static final String PARAMETER = "lang";

    /** The first language of every page. */
    public static final Locale INDONESIAN = Locale.of("id");

    /** Returns the language that this request's address asks for. */
    public static Locale of(ServerWebExchange exchange) {
        String asked = exchange.getRequest().getQueryParams().getFirst(PARAMETER);
        return "en".equals(asked) ? Locale.ENGLISH : INDONESIAN;
    }

    /** Returns the path as an address in the language that this request's address asks for. */
    public static URI address(String path, ServerWebExchange exchange) {
        return URI.create(of(exchange).equals(Locale.ENGLISH) ? path + "?" + PARAMETER + "=en" : path);
    }

    @Override
    public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
        return new SimpleLocaleContext(of(exchange));
    }

    @Override
    public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext localeContext) {
        throw new UnsupportedOperationException("The address alone decides the language");
    }
}
