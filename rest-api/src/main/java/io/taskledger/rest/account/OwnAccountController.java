package io.taskledger.rest.account;

import io.taskledger.messages.account.AccountDetails;
import io.taskledger.messages.account.AccountQuery.FindOwnAccount;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE + "/users/me")
class OwnAccountController {

    private final Gateways gateways;

    OwnAccountController(Gateways gateways) {
        this.gateways = gateways;
    }

    @GetMapping
    ResponseEntity<AccountAnswer> me() {
        var account = gateways.find(new FindOwnAccount(), AccountDetails.class)
                .orElseThrow(() -> new Refused(ProblemType.NOT_AUTHENTICATED, "User not found"));
        return Api.answer(HttpStatus.OK).body(AccountAnswer.of(account));
    }
}
