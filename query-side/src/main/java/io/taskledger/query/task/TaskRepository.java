package io.taskledger.query.task;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface TaskRepository extends JpaRepository<TaskEntity, String>, JpaSpecificationExecutor<TaskEntity> {

    /** Deleting what is gone already is no error. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from TaskEntity t where t.id = :id")
    void deleteRow(String id);
}
