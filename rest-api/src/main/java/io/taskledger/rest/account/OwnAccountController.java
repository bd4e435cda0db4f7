package io.taskledger.rest.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@Tag(name = "Account")
@RequestMapping(Api.BASE + "/users/me")
class OwnAccountController {

    private final Gateways gateways;

    OwnAccountController(Gateways gateways) {
        this.gateways = gateways;
    }

    @GetMapping
    @Operation(operationId = "own_account", summary = "Show one's own account")
    @ApiResponse(responseCode = "200", description = "The account", useReturnTypeSchema = true)
    ResponseEntity<AccountAnswer> me() {
        var account = gateways.find(new FindOwnAccount(), AccountDetails.class)
                .orElseThrow(() -> new Refused(ProblemType.NOT_AUTHENTICATED, "User not found"));
        return Api.answer(HttpStatus.OK).body(AccountAnswer.of(account));
    }
}
