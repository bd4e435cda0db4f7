package io.taskledger.query.task;

import java.util.Collection;
import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

interface ShareRepository extends JpaRepository<ShareEntity, String> {

    @Query("select share.taskId from ShareEntity share where share.userId = :user")
    List<String> tasksSharedWith(@Param("user") String user);

    List<ShareEntity> findByUserIdAndTaskIdIn(String user, Collection<String> tasks);

    List<ShareEntity> findByUserIdOrderBySharedAtAscIdAsc(String user);

    List<ShareEntity> findByTaskIdOrderBySharedAtAscIdAsc(String task);
}
