package io.taskledger.query.task;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

interface ReminderRepository extends JpaRepository<ReminderEntity, String> {

    /** Ids sort by age. */
    List<ReminderEntity> findByTaskIdAndUserIdOrderById(String task, String user);
}
