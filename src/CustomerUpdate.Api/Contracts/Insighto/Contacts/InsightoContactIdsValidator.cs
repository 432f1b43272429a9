using CustomerUpdate.Core.Customers;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>A list of UUIDs, each of which is complained of by itself. That it has an end is ours: one transaction erases all of them.</summary>
internal sealed class InsightoContactIdsValidator : InsightoValidator<InsightoContactIds>
{
    /// <summary>The most contacts that one request deletes.</summary>
    public const int Maximum = 1000;

    private const string Member = "contact_ids";

    public InsightoContactIdsValidator()
    {
        MustBeThere(request => request.ContactIds, Member, request => request.Body);
        MustBe(request => request.ContactIds, Member, _ => PydanticError.ListType);
        Check(request => request.ContactIds, ListProblem);
        RuleFor(request => request.ContactIds).Custom((ids, context) =>
        {
            if (ids is not { IsPresent: true, Value: { Count: <= Maximum } items })
            {
                return;
            }

            for (var index = 0; index < items.Count; index++)
            {
                if (IdError(items[index]) is { } error)
                {
                    Report(context, new InsightoProblem(error, ["body", Member], items[index]) { Index = index });
                }
            }
        });
    }

    private static InsightoProblem? ListProblem(ValueList<BagValue>? ids) => ids switch
    {
        null => new InsightoProblem(PydanticError.ListType, ["body", Member], BagValue.Null),
        { Count: > Maximum } => new InsightoProblem(PydanticError.ListTooLong(Maximum, ids.Count), ["body", Member], null),
        _ => null,
    };

    private static PydanticError? IdError(BagValue id) =>
        !id.IsString ? PydanticError.UuidType : PydanticUuid.TryParse(id.Text, out _) ? null : PydanticUuid.ErrorOf(id.Text);
}
