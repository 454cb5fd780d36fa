package id.kulkul.web.page;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.springframework.web.server.i18n.LocaleContextResolver;
import org.thymeleaf.spring6.SpringWebFluxTemplateEngine;

/** Wires what all pages share. */
@Configuration(proxyBeanMethods = false)
class Pages {
    @Bean(WebHttpHandlerBuilder.LOCALE_CONTEXT_RESOLVER_BEAN_NAME)
    static LocaleContextResolver localeContextResolver() {
        return new Languages();
    }

    @Bean
    static Room room() {
        return Room.ofThisProcess();
    }

    @Bean
    static BeanPostProcessor languageLinks() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof SpringWebFluxTemplateEngine engine) engine.setLinkBuilder(new LanguageLinks());
                return bean;
            }
        };
    }
}
