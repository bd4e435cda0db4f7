package io.taskledger.query.task;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

interface FileRepository extends JpaRepository<FileEntity, String> {

    /** Ids sort by age. */
    List<FileEntity> findByTaskIdOrderById(String task);
}
