package id.kulkul.web.page;

import org.reactivestreams.Publisher;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.config.BlockingExecutionConfigurer;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.resource.VersionResourceResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.springframework.web.server.i18n.LocaleContextResolver;
import org.thymeleaf.spring6.SpringWebFluxTemplateEngine;

/** Wires what all pages share. */
@Configuration(proxyBeanMethods = false)
class Pages {
    /**
     * A method of a controller that returns no publisher is a page in plain steps: it may wait, and runs on
     * {@link PageThreads}, unless it says that it waits for nothing.
     */
    @Bean
    static WebFluxConfigurer plainSteps(SentBodies sent) {
        return plainSteps(new PageThreads(PageThreads.AT_A_TIME, PageThreads.WAITING), sent);
    }

    static WebFluxConfigurer plainSteps(PageThreads threads, SentBodies sent) {
        return new WebFluxConfigurer() {
            @Override
            public void configureBlockingExecution(BlockingExecutionConfigurer pages) {
                pages.setExecutor(threads);
                pages.setControllerMethodPredicate(Pages::mayWait);
            }

            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer arguments) {
                arguments.addCustomResolver(sent);
            }
        };
    }

    private static boolean mayWait(HandlerMethod page) {
        return !Publisher.class.isAssignableFrom(page.getMethod().getReturnType())
                && !page.hasMethodAnnotation(AtOnce.class);
    }

    /** Files by the names that {@link Statics} gives them; a name of other content is not found. */
    @Bean
    static WebFluxConfigurer files(Statics statics) {
        return new WebFluxConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler(Statics.FOLDER + "**")
                        .addResourceLocations(Statics.LOCATION)
                        .resourceChain(false)
                        .addResolver(new VersionResourceResolver().addVersionStrategy(statics, "/**"));
            }
        };
    }

    @Bean(WebHttpHandlerBuilder.LOCALE_CONTEXT_RESOLVER_BEAN_NAME)
    static LocaleContextResolver localeContextResolver() {
        return new Languages();
    }

    @Bean
    static Room room() {
        return Room.ofThisProcess();
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Statics statics() {
        return new Statics();
    }

    @Bean
    static BeanPostProcessor languageLinks(Statics statics) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof SpringWebFluxTemplateEngine engine)
                    engine.setLinkBuilder(new LanguageLinks(statics));
                return bean;
            }
        };
    }
}
