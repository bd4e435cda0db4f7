package io.taskledger.query.task;

import java.util.Collection;
import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

interface CommentRepository extends JpaRepository<CommentEntity, String> {

    /** Ids sort by age. */
    List<CommentEntity> findByTaskIdInOrderById(Collection<String> tasks);
}
