package id.kulkul.web.store;

import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.crypto.vault.StaffVault;
import id.kulkul.crypto.vault.Vault;
import id.kulkul.crypto.vault.VaultKeys;
import id.kulkul.query.audit.AppendedLeaves;
import id.kulkul.web.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands over the stores, wherever they lie. */
@Configuration(proxyBeanMethods = false)
class Stores {
    @Bean
    static Homes homes(Settings settings) {
        return new Homes(settings.home(), settings.keys(), settings.seen(), settings.demo());
    }

    @Bean
    AppendedLeaves appendedLeaves(EventTypes types) {
        return new AppendedLeaves(types);
    }

    @Bean
    CaseVault caseVault(Tenant tenant, VaultKeys keys, Vault vault) {
        return new CaseVault(tenant.id(), keys, vault);
    }

    @Bean
    StaffVault staffVault(Tenant tenant, VaultKeys keys, Vault vault) {
        return new StaffVault(tenant.id(), keys, vault);
    }

    @Bean
    StoreHealth storeHealth(StoreCondition condition) {
        return new StoreHealth(condition);
    }
}
