package org.kvartal.imports.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Imports that are to be changed, each locked until the transaction ends; pages read theirs by SQL. */
interface ImportBatchRepository extends Repository<ImportBatch, UUID> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT b FROM ImportBatch b WHERE b.id = :id")
    Optional<ImportBatch> lock(UUID id);

    boolean existsById(UUID id);

    ImportBatch saveAndFlush(ImportBatch batch);

    void delete(ImportBatch batch);
}
