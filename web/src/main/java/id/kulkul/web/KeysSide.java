package id.kulkul.web;

import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.vault.Kek;
import id.kulkul.crypto.vault.VaultKeys;
import id.kulkul.web.channel.ServerKeys;
import id.kulkul.web.demo.DemonstrationSide;
import id.kulkul.web.store.HomeLock;
import id.kulkul.web.store.Homes;
import id.kulkul.web.store.Tenant;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds the keys of this installation before anything else opens; an installation without keys takes no reports. */
@Configuration(proxyBeanMethods = false)
class KeysSide {
    @Bean
    static ServerKeys serverKeys(Homes homes, HomeLock lock) throws IOException {
        if (homes.demo()) DemonstrationSide.prepare(homes.keyFolder(), homes.root(), Tenant.isKept(homes));
        return read(homes, () -> ServerKeys.of(homes.keyFolder()));
    }

    /** The organisation of the keys, and no other one ever again in this home. */
    @Bean
    static Tenant tenant(ServerKeys keys, Homes homes) throws IOException {
        return keys.isComplete() ? Tenant.keep(homes, keys.tenant()) : Tenant.without(homes, keys.tenant());
    }

    @Bean
    static VaultKeys vaultKeys(ServerKeys keys, Homes homes, Tenant tenant) throws IOException {
        return keys.isComplete()
                ? read(homes, keys::vault)
                : new VaultKeys(new Kek(1, SymmetricKey.random()), SymmetricKey.random());
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T read(Homes homes, Reading<T> files) throws IOException {
        try {
            return files.read();
        } catch (IllegalArgumentException | CharacterCodingException spoilt) {
            throw new StartRefused("The keys in " + homes.keyFolder() + " cannot be used: " + words(spoilt), spoilt);
        }
    }

    private static String words(Exception spoilt) {
        return spoilt instanceof CharacterCodingException
                ? "one of the files is not UTF-8."
                : spoilt.getMessage() + " Put back a copy that is whole.";
    }
}
