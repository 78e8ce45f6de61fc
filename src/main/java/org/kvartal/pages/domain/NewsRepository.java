package org.kvartal.pages.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All pieces of news. */
interface NewsRepository extends Repository<NewsPiece, UUID> {

    Optional<NewsPiece> findById(UUID id);

    /** The same, and nobody else changes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select n from NewsPiece n where n.id = :id")
    Optional<NewsPiece> lock(UUID id);

    NewsPiece saveAndFlush(NewsPiece piece);
}
