package io.taskledger.query.task;

import java.util.Collection;
import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

interface ShareRepository extends JpaRepository<ShareEntity, String> {

    List<ShareEntity> findByUserIdAndTaskIdIn(String user, Collection<String> tasks);

    List<ShareEntity> findByUserIdOrderBySharedAtAscIdAsc(String user);

    List<ShareEntity> findByTaskIdOrderBySharedAtAscIdAsc(String task);
}
