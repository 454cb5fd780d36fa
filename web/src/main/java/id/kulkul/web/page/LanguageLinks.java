package id.kulkul.web.page;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/**
 * Makes every link and form action of an English page lead to another English page, and every file be asked for by its
 * content.
 */
class LanguageLinks extends StandardLinkBuilder {
    private final Statics statics;

    LanguageLinks(Statics statics) {
        this.statics = statics;
    }

    @Override
    protected String processLink(IExpressionContext context, String link) {
        if (Statics.isOne(link)) return statics.address(link);
        if (!link.startsWith("/") || !Locale.ENGLISH.equals(context.getLocale())) return link;
        return UriComponentsBuilder.fromUriString(link)
                .replaceQueryParam(Languages.PARAMETER, "en")
                .build()
                .toUriString();
    }

    /** Every address starts at the root, whatever context the request came by. */
    @Override
    protected String computeContextPath(
            IExpressionContext context, String base, @Nullable Map<String, Object> parameters) {
        return "";
    }
}
