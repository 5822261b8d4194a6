"""A compute driver for hosts without KVM, libvirt or any privilege.

Each server is one QEMU process that emulates its processor, with a disk of its own over the Glance
image, a config drive, a serial console that is logged, and its network cards plugged into this
host's Open vSwitch. Slow beside KVM, and real: it boots, asks for an address, can crash.

Knows nothing of volumes, snapshots, resizing or live migration; Nova says so to who asks for them.
"""

import os
import shutil
import signal
import subprocess
import time

import os_resource_classes as orc
from eventlet import timeout as eventlet_timeout
from oslo_concurrency import processutils
from oslo_log import log as logging
from oslo_serialization import jsonutils

import nova.conf
from nova import exception
from nova.api.metadata import base as instance_metadata
from nova.compute import power_state
from nova.objects import fields
from nova.virt import configdrive, driver, hardware, images
from nova.virt import node

CONF = nova.conf.CONF
LOG = logging.getLogger(__name__)

VCPUS, MEMORY_MB, DISK_GB = 8, 1024, 20
CONSOLE_BYTES = 100 * 1024

DISKS = {
    'virtio': ['-device', 'virtio-blk-pci,drive=disk'],
    'ide': ['-device', 'ide-hd,drive=disk,bus=ide.0'],
    'sata': ['-device', 'ahci,id=sata', '-device', 'ide-hd,drive=disk,bus=sata.0'],
    'scsi/virtio-scsi': ['-device', 'virtio-scsi-pci', '-device', 'scsi-hd,drive=disk'],
    'scsi/vmpvscsi': ['-device', 'pvscsi', '-device', 'scsi-hd,drive=disk'],
    'scsi/lsilogic': ['-device', 'lsi53c895a', '-device', 'scsi-hd,drive=disk'],
}
CARDS = {'virtio': 'virtio-net-pci', 'e1000': 'e1000', 'vmxnet3': 'vmxnet3', 'rtl8139': 'rtl8139'}


class LabDriver(driver.ComputeDriver):
    capabilities = dict(
        driver.ComputeDriver.capabilities,
        supports_evacuate=True,
        supports_image_type_raw=True,
        supports_image_type_qcow2=True,
        supports_image_type_vmdk=True,
    )

    # --- the host ---------------------------------------------------------------------------

    def init_host(self, host):
        os.makedirs(os.path.join(CONF.instances_path, '_base'), exist_ok=True)

    def get_available_nodes(self, refresh=False):
        return [CONF.host]

    def get_available_resource(self, nodename):
        return {
            'uuid': node.get_local_node_uuid(),
            'vcpus': VCPUS, 'memory_mb': MEMORY_MB, 'local_gb': DISK_GB,
            'vcpus_used': 0, 'memory_mb_used': 0, 'local_gb_used': 0,
            'hypervisor_type': 'QEMU', 'hypervisor_version': 10000000,
            'hypervisor_hostname': nodename, 'disk_available_least': DISK_GB,
            'cpu_info': jsonutils.dumps({'arch': 'x86_64', 'model': 'TCG'}),
            'supported_instances': [(fields.Architecture.X86_64, fields.HVType.QEMU,
                                     fields.VMMode.HVM)],
            'numa_topology': None,
        }

    def update_provider_tree(self, provider_tree, nodename, allocations=None):
        ratios = self._get_allocation_ratios(provider_tree.data(nodename).inventory)
        totals = {orc.VCPU: VCPUS, orc.MEMORY_MB: MEMORY_MB, orc.DISK_GB: DISK_GB}
        provider_tree.update_inventory(nodename, {
            name: {'total': total, 'min_unit': 1, 'max_unit': total, 'step_size': 1,
                   'allocation_ratio': ratios[name], 'reserved': 0}
            for name, total in totals.items()})

    def get_host_ip_addr(self):
        return CONF.my_ip

    def get_host_uptime(self):
        with open('/proc/uptime') as uptime:
            return 'up %s s' % uptime.read().split()[0]

    # --- servers, and what is known of them ---------------------------------------------------

    def list_instance_uuids(self):
        return [name for name in os.listdir(CONF.instances_path) if len(name) == 36]

    def list_instances(self):
        return self.list_instance_uuids()

    def instance_exists(self, instance):
        return os.path.isdir(_folder(instance))

    def instance_on_disk(self, instance):
        return os.path.exists(_path(instance, 'disk'))

    def get_info(self, instance, use_cache=True):
        if not self.instance_exists(instance):
            raise exception.InstanceNotFound(instance_id=instance.uuid)
        state = {None: power_state.SHUTDOWN, 'T': power_state.PAUSED}.get(
            _process_state(_pid(instance)), power_state.RUNNING)
        return hardware.InstanceInfo(state=state)

    def get_console_output(self, context, instance):
        try:
            with open(_path(instance, 'console.log'), 'rb') as log:
                log.seek(max(0, os.path.getsize(log.name) - CONSOLE_BYTES))
                return log.read()
        except FileNotFoundError:
            return b''

    # --- life and death -------------------------------------------------------------------------

    def spawn(self, context, instance, image_meta, injected_files, admin_password, allocations,
              network_info=None, block_device_info=None, power_on=True, accel_info=None):
        os.makedirs(_folder(instance), exist_ok=True)
        self._make_disk(context, instance)
        self._make_config_drive(instance, injected_files, admin_password, network_info)
        self._describe(instance, image_meta, network_info)
        awaited = [('network-vif-plugged', vif['id']) for vif in network_info or []
                   if vif.get('active', True) is False]
        try:
            with self.virtapi.wait_for_instance_event(
                    instance, awaited, deadline=CONF.vif_plugging_timeout,
                    error_callback=_plugging_failed):
                self.plug_vifs(instance, network_info or [])
                if power_on:
                    self._run(instance)
        except eventlet_timeout.Timeout:
            _stop(instance)
            raise exception.VirtualInterfaceCreateException()

    def destroy(self, context, instance, network_info, block_device_info=None, destroy_disks=True,
                destroy_secrets=True):
        _stop(instance)
        self.cleanup(context, instance, network_info, block_device_info, destroy_disks)

    def cleanup(self, context, instance, network_info, block_device_info=None, destroy_disks=True,
                migrate_data=None, destroy_vifs=True, destroy_secrets=True):
        if destroy_vifs:
            self.unplug_vifs(instance, network_info or [])
        if destroy_disks:
            shutil.rmtree(_folder(instance), ignore_errors=True)

    def power_off(self, instance, timeout=0, retry_interval=0):
        _stop(instance)

    def power_on(self, context, instance, network_info, block_device_info=None, accel_info=None,
                 share_info=None):
        self.plug_vifs(instance, network_info or [])
        self._run(instance)

    def reboot(self, context, instance, network_info, reboot_type, block_device_info=None,
               bad_volumes_callback=None, accel_info=None, share_info=None):
        _stop(instance)
        self.power_on(context, instance, network_info)

    def resume_state_on_host_boot(self, context, instance, network_info, share_info=None,
                                  block_device_info=None):
        if _process_state(_pid(instance)) is None:
            self.power_on(context, instance, network_info)

    def pause(self, instance):
        os.kill(_pid(instance), signal.SIGSTOP)

    def unpause(self, instance):
        os.kill(_pid(instance), signal.SIGCONT)

    # --- network cards ----------------------------------------------------------------------------

    def plug_vifs(self, instance, network_info):
        for vif in network_info:
            _vsctl('--may-exist', 'add-port', 'br-int', vif['devname'], '--',
                   'set', 'Interface', vif['devname'], 'type=dummy',
                   'options:pstream=punix:%s' % _socket(vif['devname'], 'ovs'),
                   'external_ids:iface-id=%s' % vif['id'], 'external_ids:iface-status=active',
                   'external_ids:attached-mac=%s' % vif['address'],
                   'external_ids:vm-uuid=%s' % instance.uuid)

    def unplug_vifs(self, instance, network_info):
        for vif in network_info:
            _vsctl('--if-exists', 'del-port', 'br-int', vif['devname'])

    # --- how a server is put together -----------------------------------------------------------

    def _make_disk(self, context, instance):
        base = os.path.join(CONF.instances_path, '_base', instance.image_ref)
        if not os.path.exists(base):
            images.fetch_to_raw(context, instance.image_ref, base + '.fetched')
            os.rename(base + '.fetched', base)
        size = ['%dG' % instance.flavor.root_gb] if instance.flavor.root_gb else []
        processutils.execute('qemu-img', 'create', '-q', '-f', 'qcow2', '-b', base, '-F', 'raw',
                             _path(instance, 'disk'), *size)

    def _make_config_drive(self, instance, files, password, network_info):
        metadata = instance_metadata.InstanceMetadata(
            instance, content=files, network_info=network_info,
            extra_md={'admin_pass': password} if password else {})
        with configdrive.ConfigDriveBuilder(instance_md=metadata) as drive:
            drive.make_drive(_path(instance, 'config.iso'))

    def _describe(self, instance, image_meta, network_info):
        """Keep how the server is run: it is started again without its image."""
        wishes = image_meta.properties
        bus = wishes.get('hw_disk_bus') or 'virtio'
        if bus == 'scsi':
            bus = 'scsi/%s' % (wishes.get('hw_scsi_model') or 'virtio-scsi')
        card = wishes.get('hw_vif_model') or 'virtio'
        if bus not in DISKS or card not in CARDS:
            raise exception.UnsupportedHardware(model='%s, %s' % (bus, card), virt='lab')
        flavor = instance.flavor
        command = [
            'qemu-system-x86_64', '-name', instance.name, '-uuid', instance.uuid,
            '-M', 'pc', '-accel', 'tcg,tb-size=32', '-smp', str(flavor.vcpus),
            '-m', str(flavor.memory_mb), '-nodefaults', '-display', 'none', '-daemonize',
            '-pidfile', _path(instance, 'pid'),
            '-drive', 'file=%s,if=none,id=disk,format=qcow2' % _path(instance, 'disk'), *DISKS[bus],
            '-drive', 'file=%s,if=none,id=config,format=raw,media=cdrom,readonly=on'
            % _path(instance, 'config.iso'), '-device', 'ide-cd,drive=config,bus=ide.1',
            '-chardev', 'socket,id=serial,path=%s,server=on,wait=off,logfile=%s,logappend=on'
            % (_path(instance, 'serial'), _path(instance, 'console.log')),
            '-serial', 'chardev:serial',
        ]
        names = [vif['devname'] for vif in network_info or []]
        for number, vif in enumerate(network_info or []):
            command += ['-netdev', 'stream,id=net%d,server=on,addr.type=unix,addr.path=%s'
                        % (number, _socket(vif['devname'], 'qemu')),
                        '-device', '%s,netdev=net%d,mac=%s,romfile='
                        % (CARDS[card], number, vif['address'])]
        with open(_path(instance, 'machine.json'), 'w') as description:
            description.write(jsonutils.dumps({'command': command, 'cards': names}))

    def _run(self, instance):
        if _process_state(_pid(instance)) is not None:
            return
        with open(_path(instance, 'machine.json')) as description:
            machine = jsonutils.loads(description.read())
        processutils.execute(*machine['command'], cwd=_folder(instance))
        for card in machine['cards']:
            subprocess.Popen(
                ['/usr/local/lib/cloud/vif-relay', _socket(card, 'ovs'), _socket(card, 'qemu')],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                start_new_session=True)


def _folder(instance):
    return os.path.join(CONF.instances_path, instance.uuid)


def _path(instance, name):
    return os.path.join(_folder(instance), name)


def _socket(card, side):
    return '/run/cloud/%s.%s' % (card, side)


def _vsctl(*words):
    processutils.execute('ovs-vsctl', '--timeout=20', *words)


def _plugging_failed(event_name, instance):
    raise exception.VirtualInterfaceCreateException()


def _pid(instance):
    try:
        with open(_path(instance, 'pid')) as pid:
            return int(pid.read())
    except (FileNotFoundError, ValueError):
        return None


def _process_state(pid):
    """The letter of /proc for a QEMU that is there, else None: numbers come back after a restart."""
    try:
        with open('/proc/%d/stat' % pid) as stat:
            name, _, rest = stat.read().partition(') ')
        return rest[0] if 'qemu' in name and rest[0] != 'Z' else None
    except (TypeError, FileNotFoundError, ProcessLookupError):
        return None


def _stop(instance):
    pid = _pid(instance)
    for sign in (signal.SIGCONT, signal.SIGTERM, signal.SIGKILL):
        if _process_state(pid) is None:
            return
        os.kill(pid, sign)
        until = time.time() + (0 if sign == signal.SIGCONT else 5)
        while _process_state(pid) is not None and time.time() < until:
            time.sleep(0.1)
