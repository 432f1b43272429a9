using System.Linq.Expressions;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>What an upsert needs: somebody whom it can match. All bad parameters are reported, in the order of the query's model.</summary>
internal sealed class InsightoUpsertValidator : InsightoValidator<InsightoUpsertRequest>
{
    public InsightoUpsertValidator()
    {
        Text(request => request.FirstName, "first_name");
        Text(request => request.LastName, "last_name");
        Text(request => request.Email, "email");
        RuleFor(request => request.Email).Custom((email, context) =>
        {
            if (TooLong(email, ["query", "email"]) is { } problem)
            {
                Report(context, problem);
            }
        });
        Text(request => request.PhoneNumber, "phone_number");
        RuleFor(request => request.PhoneNumber).Custom((number, context) =>
        {
            if (number is not null && IsStorable(number) && InsightoUpsertMapping.TelephoneOf(number) is null)
            {
                Report(context, InsightoProblem.OfQuery(PydanticError.Pattern(InsightoUpsertMapping.NumberPattern), "phone_number", number));
            }
        });
        RuleFor(request => request).Custom((request, context) =>
        {
            if (request is { Email: null, PhoneNumber: null })
            {
                Report(context, new InsightoProblem(PydanticError.Value("email or phone_number is required"), ["query"], null));
            }
        });
    }

    private void Text(Expression<Func<InsightoUpsertRequest, string?>> member, string name) =>
        RuleFor(member).Custom((text, context) =>
        {
            if (text is not null && !IsStorable(text))
            {
                Report(context, InsightoProblem.OfQuery(PydanticError.TextUnicode, name, null));
            }
        });

    // No database holds a NUL, and what was no text at all is one here.
    private static bool IsStorable(string text) => !text.Contains('\0', StringComparison.Ordinal);
}
