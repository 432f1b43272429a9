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
    private readonly List<(string Part, string Other)> spellings = [];
    private Func<HttpRequest, Answer?>? redirect;
    private string? ending;
    private bool prefersMethods;

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
        where TUpdate : IUpdateOperation<TUpdate, TRequest>
        where TRequest : class => Write<TUpdate, TRequest, UpdatedCustomer>(method, pattern);

    /// <summary>A route that makes a customer.</summary>
    public void Create<TCreate, TRequest>(string pattern)
        where TCreate : ICreateOperation<TCreate, TRequest>
        where TRequest : class => Write<TCreate, TRequest, Customer>(HttpMethods.Post, pattern);

    /// <summary>A route that erases a single customer.</summary>
    public void Erase<TErase>(string pattern)
        where TErase : IEraseOperation<TErase> => Write<TErase, NoRequest, long>(HttpMethods.Delete, pattern);

    /// <summary>A route that writes something.</summary>
    public void Write<TWrite, TRequest, TResult>(string method, string pattern)
        where TWrite : IWriteOperation<TWrite, TRequest, TResult>
        where TRequest : class =>
        Add(method, pattern, WriteEndpoint<TWrite, TRequest, TResult>.HandleAsync, WriteDescription<TWrite, TRequest, TResult>.Create(method))
            .WithMetadata([.. TWrite.Query]);

    /// <summary>A route that shows a single customer, or a part of one.</summary>
    public void Show<TShow>(string pattern)
        where TShow : IShowOperation<TShow> =>
        Add(HttpMethods.Get, pattern, ShowEndpoint<TShow>.HandleAsync, ShowDescription<TShow>.Create());

    /// <summary>A route that reads something else.</summary>
    public void Read<TRead>(string method, string pattern)
        where TRead : IReadOperation<TRead> =>
        Add(method, pattern, ReadEndpoint<TRead>.HandleAsync, ReadDescription<TRead>.Create()).WithMetadata([.. TRead.Query]);

    /// <summary>A route that the vendor has and this host does not offer, mapped for those who may not even ask. Documents do not list it.</summary>
    public void NotOffered<TRead>(string method, string pattern)
        where TRead : IReadOperation<TRead>
    {
        var description = ReadDescription<TRead>.Create().At(path => path[..path.LastIndexOf('/')] + pattern[pattern.LastIndexOf('/')..]);
        Add(method, pattern, ReadEndpoint<TRead>.HandleAsync, description).ExcludeFromDescription();
    }

    /// <summary>Routes that read the same at several paths without parameters. Documents list them all.</summary>
    /// <param name="method">The method.</param>
    /// <param name="main">The path of the operation's example.</param>
    /// <param name="others">The other paths.</param>
    public void ReadAt<TRead>(string method, string main, params string[] others)
        where TRead : IReadOperation<TRead>
    {
        foreach (var pattern in others.Prepend(main))
        {
            Add(method, pattern, ReadEndpoint<TRead>.HandleAsync, ReadDescription<TRead>.Create().At(_ => pattern)).WithMetadata([.. TRead.Query]);
        }
    }

    /// <summary>A route at which anybody may ask.</summary>
    public void Open<TOpen>(string method, string pattern)
        where TOpen : IOpenOperation<TOpen> =>
        Add(
            method,
            pattern,
            http => TOpen.AnswerAsync(new Exchange(http), http.RequestAborted),
            OpenDescription<TOpen>.Create()).WithMetadata([.. TOpen.Query]);

    /// <summary>Answers some spellings of the paths that are mapped after this elsewhere, before anything else is looked at.</summary>
    /// <param name="choose">The redirection of a request; null where it is answered as it stands.</param>
    public void Redirect(Func<HttpRequest, Answer?> choose) => redirect = choose;

    /// <summary>Another spelling of a part of the paths that are mapped after this: answered alike, and left out of documents.</summary>
    public void AlsoSpelled(string part, string other) => spellings.Add((part, other));

    /// <summary>
    /// What may stand behind the last word of the paths that are mapped after this, and changes nothing. Documents do not list it. A path
    /// that ends in a parameter reads the ending itself.
    /// </summary>
    public void AlsoEnding(string suffix) => ending = suffix;

    /// <summary>
    /// Another method on a path without parameters is a route's that has it, where a parameter of that route could be the path's last word;
    /// only where there is none is the method not allowed.
    /// </summary>
    public void PreferMethods() => prefersMethods = true;

    private IEndpointConventionBuilder Add(string method, string pattern, Func<HttpContext, Task<Answer>> handler, RouteDescription description)
    {
        foreach (var (part, other) in spellings.Where(spelling => pattern.Contains(spelling.Part, StringComparison.Ordinal)))
        {
            string Spelled(string path) => path.Replace(part, other, StringComparison.Ordinal);
            Map(method, Spelled(pattern), handler, description.At(Spelled)).ExcludeFromDescription();
        }

        if (ending is { } suffix && !pattern.EndsWith('}'))
        {
            Map(method, pattern + suffix, handler, description.At(path => path + suffix)).ExcludeFromDescription();
        }

        return Map(method, pattern, handler, description);
    }

    private IEndpointConventionBuilder Map(string method, string pattern, Func<HttpContext, Task<Answer>> handler, RouteDescription description)
    {
        mapped.Add((pattern, method));
        return Describe(endpoints.MapMethods(pattern, [method], Answering(Redirected(handler)))).WithMetadata(handler.Method, description)
            .WithGroupName(TContract.Description.Name).WithTags(TContract.Description.Title);
    }

    private void MapOtherMethods()
    {
        foreach (var path in mapped.GroupBy(route => route.Pattern, route => route.Method))
        {
            if (prefersMethods && mapped.Any(other => IsCovered(path.Key, other.Pattern)))
            {
                continue;
            }

            var covered = mapped.Where(other => prefersMethods && IsCovered(other.Pattern, path.Key)).ToList();
            Refuse(path.Key, Redirected(http =>
            {
                var methods = path.Concat(covered.Where(other => LastWord(other.Pattern) == LastWord(http.Request.Path.Value!)).Select(other => other.Method)).Distinct();
                var allowed = TContract.Description.AnswersHead ? HeadRequests.Allowed(methods) : methods.ToValueList();
                return Refusal(Failure.Of(FailureKind.MethodNotAllowed) with { AllowedMethods = allowed })(http);
            }));
        }
    }

    private static string LastWord(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static bool IsCovered(string path, string pattern) =>
        path[..(path.LastIndexOf('/') + 1)] is var parent && pattern.StartsWith(parent + '{', StringComparison.Ordinal)
        && !path.EndsWith('}') && pattern.IndexOf('/', parent.Length) < 0;

    private void MapOtherPaths()
    {
        foreach (var prefix in TContract.Description.Prefixes)
        {
            Refuse($"{prefix}/{{**path}}", Refusal(Failure.Of(FailureKind.RouteUnknown)));
        }
    }

    private void Refuse(string pattern, Func<HttpContext, Task<Answer>> handler) =>
        Describe(endpoints.Map(pattern, Answering(handler))).ExcludeFromDescription();

    private static Func<HttpContext, Task<Answer>> Refusal(Failure failure) => http => Task.FromResult(TContract.Failed(failure, new Exchange(http)));

    private Func<HttpContext, Task<Answer>> Redirected(Func<HttpContext, Task<Answer>> handler) => redirect is { } choose
        ? http => choose(http.Request) is { } answer ? Task.FromResult(answer) : handler(http)
        : handler;

    // Not as a handler whose parameters the framework fills in: it would write and compile a program for each route when the host starts.
    private static RequestDelegate Answering(Func<HttpContext, Task<Answer>> handler) => async http => await (await handler(http)).ExecuteAsync(http);

    private static IEndpointConventionBuilder Describe(IEndpointConventionBuilder route) =>
        route.WithMetadata(new ContractMetadata(TContract.Description, TContract.Failed));
}

/// <summary>Marks an endpoint as a contract's, with the contract's words for what goes wrong outside its handler.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Failed">Its words.</param>
internal sealed record ContractMetadata(ContractDescription Contract, Func<Failure, Exchange, Answer> Failed);
