package id.kulkul.web.audience;

import id.kulkul.web.page.Inside;
import id.kulkul.web.page.Languages;
import id.kulkul.web.page.Refused;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * Lets each {@link Audience} to its pages; who may read a case is decided again by the case itself. Form tokens are
 * replaced by a strict same-site cookie and the refusal of other sites' requests; the public pages hold no authority to
 * steal.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class Security {
    @Bean
    SecurityWebFilterChain audiences(ServerHttpSecurity http, ServerSecurityContextRepository signedIn) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .anonymous(ServerHttpSecurity.AnonymousSpec::disable)
                .securityContextRepository(signedIn)
                .authorizeExchange(pages -> Stream.of(Audience.values()).forEach(audience -> audience.admit(pages)))
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint((exchange, cause) -> toTheDoor(exchange))
                                .accessDeniedHandler((exchange, cause) ->
                                        Mono.error(new Refused(HttpStatus.FORBIDDEN, "staff/not-yours"))))
                .build();
    }

    /**
     * An address that means another place than it says, or a method that nobody here takes, gets a code like every
     * other mistake.
     */
    @Bean
    static ServerExchangeRejectedHandler refusedAddresses() {
        return (exchange, odd) -> Mono.error(new Refused(HttpStatus.BAD_REQUEST, "page/refused"));
    }

    @Bean
    static ServerSecurityContextRepository signedIn() {
        return new WebSessionServerSecurityContextRepository();
    }

    /** A cookie that only this site, only over a secure (or loopback) connection, and no script can use. */
    @Bean
    static WebSessionIdResolver sessionCookie() {
        CookieWebSessionIdResolver cookie = new CookieWebSessionIdResolver();
        cookie.setCookieName("__Host-kulkul");
        cookie.setCookieMaxAge(Duration.ofSeconds(-1));
        cookie.addCookieInitializer(
                builder -> builder.path("/").secure(true).httpOnly(true).sameSite("Strict"));
        return cookie;
    }

    /** The way in, from where it goes on to the page that was asked for. */
    private static URI door(ServerWebExchange exchange) {
        String page = Inside.pageOr("", exchange.getRequest().getPath().value());
        URI door = Languages.address("/masuk", exchange);
        return page.isEmpty()
                ? door
                : UriComponentsBuilder.fromUri(door)
                        .queryParam("ke", page)
                        .build()
                        .toUri();
    }

    private static Mono<Void> toTheDoor(ServerWebExchange exchange) {
        boolean person = exchange.getRequest().getHeaders().getAccept().stream()
                .anyMatch(type -> type.isCompatibleWith(MediaType.TEXT_HTML) && !type.isWildcardType());
        if (!person || !exchange.getRequest().getMethod().equals(HttpMethod.GET)) {
            return Mono.error(new Refused(HttpStatus.UNAUTHORIZED, "staff/sign-in-first"));
        }
        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        exchange.getResponse().getHeaders().setLocation(door(exchange));
        return exchange.getResponse().setComplete();
    }
}
