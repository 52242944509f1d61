using Gongkai.Core;
using Gongkai.Core.Requests;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.UseCases.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.UseCases.Demo;

/// <summary>照真的用例办一步。</summary>
internal sealed class DemoRun(IServiceProvider services, CancellationToken cancellation)
{
    private readonly List<string> _refused = [];

    /// <summary>以为做得成、却依法被拒的各步。</summary>
    public IReadOnlyList<string> Refused => _refused;

    /// <summary>收下一件。</summary>
    public async Task<FilingReceipt> FileAsync(DemoOffice office, Filing filing)
    {
        await using var scope = services.CreateAsyncScope();
        var by = filing.Channel == ReceiptChannel.Internet ? Actor.Applicant : office.Staff[Who.Officer];
        return await scope.ServiceProvider.GetRequiredService<FileRequest>().RunAsync(by, filing, cancellation);
    }

    /// <summary>办安排好的一步。</summary>
    public Task DoAsync(DemoOffice office, DemoStep step, Guid? id) => DoAsync(office, step.Who, id, step.Act(step.On));

    /// <summary>办一步。</summary>
    public async Task DoAsync(DemoOffice office, Who who, Guid? id, RequestAct act)
    {
        await using var scope = services.CreateAsyncScope();
        var row = await OfAsync(scope.ServiceProvider, id);
        try
        {
            await scope.ServiceProvider.GetRequiredService<PerformAct>().RunAsync(office.Staff[who], row.Id, row.Version, act, cancellation);
        }
        catch (RefusedException e)
        {
            // 数据照样填得完；少了哪一步记下来，测试看有没有。
            _refused.Add($"{row.Number} {act.On:yyyy-MM-dd} {act.GetType().Name}: {string.Join(", ", e.Reasons.Select(r => r.Code))}");
        }
    }

    /// <summary>照一事一申请拆开。</summary>
    public async Task SplitAsync(DemoOffice office, Guid id, IReadOnlyList<RequestPart> parts)
    {
        await using var scope = services.CreateAsyncScope();
        var row = await OfAsync(scope.ServiceProvider, id);
        await scope.ServiceProvider.GetRequiredService<SplitRequest>().RunAsync(office.Staff[Who.Officer], id, row.Version, parts, cancellation);
    }

    private Task<RequestRow> OfAsync(IServiceProvider scope, Guid? id) =>
        scope.GetRequiredService<GongkaiDb>().Requests.AsNoTracking().SingleAsync(r => r.Id == id, cancellation);
}
