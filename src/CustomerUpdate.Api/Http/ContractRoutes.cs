using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>
/// The routes of one contract. Beside what the contract maps, every other method on those paths and every other path under its prefixes
/// is answered too, in the contract's own words: the framework's empty 404 and 405 are nobody's.
/// </summary>
/// <typeparam name="TContract">The contract.</typeparam>
internal sealed class ContractRoutes<TContract>
    where TContract : IContract<TContract>
{
    private readonly IEndpointRouteBuilder endpoints;
    private readonly List<(string Pattern, string Method)> mapped = [];
    private Func<HttpRequest, Answer?>? redirect;

    private ContractRoutes(IEndpointRouteBuilder endpoints) => this.endpoints = endpoints;

    /// <summary>Maps all of a contract's routes.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var routes = new ContractRoutes<TContract>(endpoints);
        TContract.MapRoutes(routes);
        routes.MapOtherMethods();
        routes.MapOtherPaths();
    }

    /// <summary>A route that updates a single customer.</summary>
    public void Update<TUpdate, TRequest>(string method, string pattern)
        where TUpdate : IUpdateContract<TUpdate, TRequest>
        where TRequest : class =>
        Add(method, pattern, UpdateEndpoint<TUpdate, TRequest>.HandleAsync)
            .WithMetadata(new UpdateRoute(), UpdateDescription<TUpdate, TRequest>.Create());

    /// <summary>A route that shows a single customer.</summary>
    public void Show<TShow>(string pattern)
        where TShow : IShowContract<TShow> =>
        Add(HttpMethods.Get, pattern, ShowEndpoint<TShow>.HandleAsync).WithMetadata(ShowDescription<TShow>.Create());

    /// <summary>Answers some spellings of the paths that are mapped after this elsewhere, before anything else is looked at.</summary>
    /// <param name="choose">The redirection of a request; null where it is answered as it stands.</param>
    public void Redirect(Func<HttpRequest, Answer?> choose) => redirect = choose;

    private RouteHandlerBuilder Add(string method, string pattern, Delegate handler)
    {
        mapped.Add((pattern, method));
        return Redirected(Describe(endpoints.MapMethods(pattern, [method], handler)))
            .WithGroupName(TContract.Description.Name).WithTags(TContract.Description.Title);
    }

    private void MapOtherMethods()
    {
        foreach (var path in mapped.GroupBy(route => route.Pattern, route => route.Method))
        {
            var failure = Failure.Of(FailureKind.MethodNotAllowed) with { AllowedMethods = path.ToValueList() };
            Redirected(Refuse(path.Key, failure));
        }
    }

    private void MapOtherPaths()
    {
        foreach (var prefix in TContract.Description.Prefixes)
        {
            Refuse($"{prefix}/{{**path}}", Failure.Of(FailureKind.RouteUnknown));
        }
    }

    private RouteHandlerBuilder Refuse(string pattern, Failure failure) =>
        Describe(endpoints.Map(pattern, (HttpContext http, CancellationToken _) => TContract.Failed(failure, new Exchange(http))))
            .ExcludeFromDescription();

    private RouteHandlerBuilder Redirected(RouteHandlerBuilder route) => redirect is { } choose
        ? route.AddEndpointFilter((context, next) =>
            choose(context.HttpContext.Request) is { } answer ? ValueTask.FromResult<object?>(answer) : next(context))
        : route;

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder route) =>
        route.WithMetadata(new ContractMetadata(TContract.Description, TContract.Failed));
}

/// <summary>Marks an endpoint as a contract's, with the contract's words for what goes wrong outside its handler.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Failed">Its words.</param>
internal sealed record ContractMetadata(ContractDescription Contract, Func<Failure, Exchange, Answer> Failed);

/// <summary>Marks an endpoint as its contract's update.</summary>
internal sealed record UpdateRoute;
