package org.kvartal.discussions.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Posts that are to be changed; pages read theirs through {@link ShownThreads}. */
interface PostRepository extends Repository<Post, UUID> {

    Optional<Post> findById(UUID id);

    Post saveAndFlush(Post post);
}
