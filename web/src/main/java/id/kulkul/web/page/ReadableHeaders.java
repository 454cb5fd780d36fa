package id.kulkul.web.page;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets nobody's header be the server's failure. A wish for a type that cannot be read is none (RFC 9110, 12.5.1).
 * Everything here is given whole (14.2): the framework announces a body for a range that it refuses, and its reader
 * waits for it. A body that says it is compressed is refused, because nothing here unpacks what strangers send.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ReadableHeaders implements WebFilter {
    private static final int MOST_WISHES = 50;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        if (isPacked(headers)) return Mono.error(new Refused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "page/wrong-format"));
        boolean plain = isReadable(headers) && !headers.containsHeader(HttpHeaders.RANGE);
        return chain.filter(plain ? exchange : withoutWish(exchange));
    }

    private static boolean isPacked(HttpHeaders headers) {
        return !headers.getOrEmpty(HttpHeaders.CONTENT_ENCODING).stream()
                .allMatch(encoding -> encoding.strip().equalsIgnoreCase("identity"));
    }

    private static boolean isReadable(HttpHeaders headers) {
        return !wishes(headers).isEmpty()
                || headers.getOrEmpty(HttpHeaders.ACCEPT).isEmpty();
    }

    /**
     * The types that somebody wishes for; none if they cannot be read, or are more than the framework weighs without
     * failing.
     */
    static List<MediaType> wishes(HttpHeaders headers) {
        try {
            List<MediaType> wishes = headers.getAccept();
            return wishes.size() > MOST_WISHES ? List.of() : wishes;
        } catch (InvalidMediaTypeException odd) {
            return List.of();
        }
    }

    private static ServerWebExchange withoutWish(ServerWebExchange exchange) {
        boolean readable = isReadable(exchange.getRequest().getHeaders());
        return exchange.mutate()
                .request(request -> request.headers(headers -> {
                    headers.remove(HttpHeaders.RANGE);
                    if (!readable) headers.remove(HttpHeaders.ACCEPT);
                }))
                .build();
    }
}
