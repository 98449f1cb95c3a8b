package dev.milepost.incentive.statement;

import dev.milepost.contract.Money;
import dev.milepost.incentive.ledger.LedgerLine;
import dev.milepost.runtime.paging.Page;
import java.util.List;

/**
 * A participant's statement.
 *
 * @param participant the participant's id
 * @param period label of the period of the goals that were paid
 * @param totals what all lines add up to, one amount per currency
 * @param lines a page of the lines, each with its calculation
 */
record Statement(String participant, String period, List<Money> totals, Page<LedgerLine> lines) {}
