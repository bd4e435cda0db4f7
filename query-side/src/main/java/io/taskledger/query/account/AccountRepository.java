package io.taskledger.query.account;

import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

interface AccountRepository extends JpaRepository<AccountEntity, String> {

    Optional<AccountEntity> findFirstByUsernameIgnoreCase(String username);
}
