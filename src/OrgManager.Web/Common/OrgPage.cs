using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using OrgManager.Access;
using OrgManager.Common;
using Radzen;

namespace OrgManager.Web.Common;

/// <summary>Base of every interactive page and dialog: expected failures become messages, and reads end with the page.</summary>
public abstract class OrgPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();

    [Inject] public required NotificationService Notifications { get; init; }
    [Inject] public required IStringLocalizer<Texts> T { get; init; }
    [Inject] public required ChangeNotice Notice { get; init; }

    protected bool Busy { get; private set; }

    /// <summary>The last save was too late: somebody else had changed the same.</summary>
    protected ConflictException? Conflict { get; set; }

    /// <summary>For reads: of each source the latest request wins, and leaving the page cancels it.</summary>
    protected Task LoadAsync<TResult>(Latest source, Func<CancellationToken, Task<TResult>> load, Action<TResult> show) =>
        _left.IsCancellationRequested ? Task.CompletedTask : GuardAsync(() => source.RunAsync(load, show, _left.Token), OnUnreadable);

    /// <summary>For changes: the first click wins, a second one while it runs does nothing. What was begun is finished even if the page is left.</summary>
    protected async Task RunAsync(Func<Task> change, Action done)
    {
        if (Busy) return;
        Busy = true;
        try
        {
            await GuardAsync(async () =>
            {
                await change();
                Notice.Tell();
                if (!_left.IsCancellationRequested) done();
            }, OnRefused);
        }
        finally
        {
            Busy = false;
        }
    }

    /// <summary>A page that can show what is true now does so here; the message has been shown already.</summary>
    protected virtual void OnConflict(object current) { }

    /// <summary>A read was refused; a page that can say so in place does.</summary>
    protected virtual void OnUnreadable(string message) => Warn(message);

    /// <summary>A change was refused; a dialog says so beside what was typed.</summary>
    protected virtual void OnRefused(string message) => Warn(message);

    private void Warn(string message) => Notifications.Notify(NotificationSeverity.Warning, message);

    private async Task GuardAsync(Func<Task> action, Action<string> refused)
    {
        try
        {
            await action();
        }
        catch (Exception e) when (MessageFor(e) is { } message)
        {
            refused(message);
            if ((Conflict = e as ConflictException) is { } conflict) OnConflict(conflict.Current);
            if (e is AccessDeniedException) Notice.TellRefused();
        }
    }

    /// <summary>What is said where a right is missing.</summary>
    protected virtual string NotAllowed => $"{T["Error.NotAllowed"]} {T["Error.AskAdmin"]}";

    private string? MessageFor(Exception e) => e switch
    {
        RuleBrokenException rule => (rule.Step is { } step ? T["Scenario.AtStep", step.Number].Value : "") + T[rule.Code, [.. rule.Args.Select(a => a ?? "")]].Value,
        ConflictException => T["Error.ChangedBySomeoneElse"].Value,
        BusyException => T["Error.Busy"].Value,
        NotFoundException => T["Error.Gone"].Value,
        AccessDeniedException => NotAllowed,
        _ => null, // a bug: let the error boundary and the log have it
    };

    protected virtual void OnLeft() { }

    public void Dispose()
    {
        OnLeft();
        _left.Cancel();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }
}
