package id.kulkul.web.bench;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.vault.Blobs;
import id.kulkul.crypto.vault.Vault;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Stands between a running program and its stores of events, keys and ciphertexts, and can be told to let nothing
 * through: then every write is answered at once. What was not stored is read back as one event that was.
 */
final class NothingStored {
    private static final List<Class<?>> STORES =
            List.of(EventStorageEngine.class, Vault.class, Blobs.class, StoredEvents.class);

    private static final Object ASK_THE_STORE = new Object();

    private final Set<String> dropped = ConcurrentHashMap.newKeySet();
    private volatile @Nullable StoredEvent sample;

    /** Puts itself between the beans of the program and their stores; at first everything is stored. */
    NothingStored(ConfigurableApplicationContext program) throws IllegalAccessException {
        for (var name : program.getBeanDefinitionNames()) {
            var bean = program.getBeanFactory().getSingleton(name);
            if (bean != null) for (var field : storesOf(bean.getClass())) replace(bean, field);
        }
    }

    private static List<Field> storesOf(Class<?> type) {
        return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
                .filter(each -> each.getName().matches("(id\\.kulkul|org\\.axonframework)\\..*"))
                .flatMap(each -> Arrays.stream(each.getDeclaredFields()))
                .filter(field -> STORES.contains(field.getType()))
                .toList();
    }

    private void replace(Object bean, Field field) throws IllegalAccessException {
        field.setAccessible(true);
        var store = field.get(bean);
        var type = field.getType();
        field.set(
                bean,
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    var answer = sample == null ? ASK_THE_STORE : instead(method, arguments);
                    return answer == ASK_THE_STORE ? passed(store, method, arguments) : answer;
                }));
    }

    private static Object passed(Object store, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    /** The answer to a write, or to the question for what was not written. */
    private @Nullable Object instead(Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "appendEvents" -> drop((List<?>) arguments[0]);
            case "write" -> null;
            case "keep" -> Digest.ZERO;
            case "one" -> dropped.remove(arguments[arguments.length - 2]) ? Optional.ofNullable(sample) : ASK_THE_STORE;
            default -> ASK_THE_STORE;
        };
    }

    private @Nullable Object drop(List<?> events) {
        for (var event : events)
            if (event instanceof DomainEventMessage<?> of) dropped.add(of.getAggregateIdentifier());
        return null;
    }

    /** From now on nothing is stored, or everything again. */
    void only(@Nullable StoredEvent instead) {
        sample = instead;
        dropped.clear();
    }
}
