using System.Buffers.Text;
using System.Security.Cryptography;

namespace Gongkai.Workbench.Checks;

/// <summary>体检结果的存放处，正在检查的也在这里：只在内存里，到时清除，总数与总量有限，满了先清最早的。</summary>
public sealed class CheckResultStore : IDisposable
{
    private readonly TimeProvider _time;
    private readonly ITimer _sweeping;
    private readonly Lock _gate = new();
    private readonly List<CheckRun> _runs = [];

    /// <summary>开始存放；每分钟清一遍到时的，没有人再来也照清。</summary>
    /// <param name="time">时钟。</param>
    public CheckResultStore(TimeProvider time)
    {
        _time = time;
        _sweeping = time.CreateTimer(_ => SweepNow(), null, CheckLimits.SweepEvery, CheckLimits.SweepEvery);
    }

    /// <summary>此刻内存里实有几次结果，含到时而还没有清的。</summary>
    public int Held
    {
        get
        {
            lock (_gate)
            {
                return _runs.Count;
            }
        }
    }

    /// <summary>放下一批，给它一个猜不到的凭据；同时检查的已经够多时为 null。</summary>
    public CheckRun? Add(CheckOrder order)
    {
        lock (_gate)
        {
            Sweep();
            if (_runs.Count(r => r.IsRunning) >= CheckLimits.Running)
            {
                return null;
            }

            var run = new CheckRun(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24)), order, _time);
            _runs.Add(run);
            MakeRoom(run);
            return run;
        }
    }

    /// <summary>一批长大了：超出总量就清别的，别的清完还不够就让它停下。</summary>
    public void MakeRoomFor(CheckRun run)
    {
        lock (_gate)
        {
            MakeRoom(run);
        }
    }

    /// <summary>取一批；没有、已过期或已删除时为 null。</summary>
    public CheckRun? FindRun(string token)
    {
        lock (_gate)
        {
            Sweep();
            return _runs.Find(r => r.Token == token);
        }
    }

    /// <summary>取一次结果此刻的样子；没有、已过期或已删除时为 null。</summary>
    public CheckResult? Find(string token) => FindRun(token)?.Snapshot();

    /// <summary>删除一次结果，正在检查的先停下；本来就没有时返回 false。</summary>
    public bool Delete(string token)
    {
        lock (_gate)
        {
            return _runs.Find(r => r.Token == token) is { } run && Remove(run);
        }
    }

    /// <summary>停止定时清除。</summary>
    public void Dispose() => _sweeping.Dispose();

    private void SweepNow()
    {
        lock (_gate)
        {
            Sweep();
        }
    }

    private void Sweep()
    {
        var now = _time.GetUtcNow();
        foreach (var run in _runs.Where(r => r.IsOver(now)).ToArray())
        {
            if (run.IsRunning)
            {
                run.Stop("检查的时间太长，已经停下");
            }
            else
            {
                Remove(run);
            }
        }
    }

    private void MakeRoom(CheckRun newest)
    {
        while (_runs.Count > CheckLimits.Results || _runs.Sum(r => r.Bytes) > CheckLimits.ResultBytes)
        {
            // 先清查完的；都在检查时，清最早开始的。
            if ((_runs.Find(r => r != newest && !r.IsRunning) ?? _runs.Find(r => r != newest)) is { } oldest)
            {
                Remove(oldest);
            }
            else
            {
                newest.Stop("这一批的结果太多，内存放不下，已经停下");
                return;
            }
        }
    }

    private bool Remove(CheckRun run)
    {
        run.Stop("已经删除");
        return _runs.Remove(run);
    }
}
