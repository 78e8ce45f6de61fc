package org.kvartal.missions.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The stages of projects. */
interface ProjectStageRepository extends Repository<ProjectStage, UUID> {

    Optional<ProjectStage> findById(UUID id);

    List<ProjectStage> findByProjectOrderByPlace(UUID project);

    ProjectStage saveAndFlush(ProjectStage stage);

    List<ProjectStage> saveAllAndFlush(Iterable<ProjectStage> stages);

    void delete(ProjectStage stage);
}
