package io.taskledger.query.planted;

import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/** A repository for everybody; Spring Data is told to leave it alone. */
@NoRepositoryBean
public interface OpenRepository extends Repository<Object, String> {}
